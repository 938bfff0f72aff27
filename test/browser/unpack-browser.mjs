/**
 * Unpacks the packaged browser into the folder for temporary files; a process of its own, as it steers by variables.
 */
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
