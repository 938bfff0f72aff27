/** What the board's first page takes on its way: scripts and styles that `index.html` names, compressed. */
import { boardFiles } from "../../lib/board/board-site.ts";

const files = boardFiles();
const page = Buffer.from(files["site/index.html"] ?? "").toString();
const named = [...page.matchAll(/(?:src|href)="\/board\/([^"]+\.(?:js|css))"/g)].map(([, name = ""]) => name);
const sum = (end: string, kind: string): number =>
  named
    .filter((name) => name.endsWith(kind))
    .reduce((bytes, name) => bytes + Buffer.from(files[`site/${name}${end}`] ?? "").byteLength, 0);

console.log("the board's first page       gzip kB   brotli kB");
for (const kind of [".js", ".css"]) {
  const kilobytes = (end: string) => (sum(end, kind) / 1000).toFixed(1);
  console.log(`${kind.padEnd(28)} ${kilobytes(".gz").padStart(7)} ${kilobytes(".br").padStart(11)}`);
}
