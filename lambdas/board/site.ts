import { bindAtStart, environmentOf, fileBeside } from "../adapters/lambda-runtime.ts";
import { SiteFilesSchema, siteFolder } from "../contract/board-site.ts";
import { environments } from "../contract/environment.ts";
import { type Site, type SiteFile, siteResponse } from "../domain/board/site-response.ts";
import { fromApiEvent } from "../domain/http/http.ts";
import { respond } from "../http/respond.ts";

/** `GET /board` and `GET /board/{file+}`: the board's files, which anyone may load; the data comes from the API. */
export const boardSite = (site: Site) => respond(async (event) => siteResponse(fromApiEvent(event), site));

/** Each file is read once, when it is first asked for. */
const filesBeside = (): Site["file"] => {
  const listed = SiteFilesSchema.parse(JSON.parse(fileBeside(`${siteFolder}/files.json`).toString()));
  const read = new Map<string, SiteFile>();
  const base64 = (name: string) => fileBeside(`${siteFolder}/${name}`).toString("base64");
  return (name) => {
    const known = Object.hasOwn(listed, name) ? listed[name] : undefined;
    if (known === undefined) return undefined;
    const { type, etag, packed } = known;
    const file = read.get(name) ?? {
      type,
      etag,
      plain: base64(name),
      packed: packed ? { br: base64(`${name}.br`), gzip: base64(`${name}.gz`) } : {},
    };
    read.set(name, file);
    return file;
  };
};

export const handler = bindAtStart(() =>
  boardSite({ file: filesBeside(), uploadsOrigin: environmentOf(environments.site).UPLOADS_ORIGIN }),
);
