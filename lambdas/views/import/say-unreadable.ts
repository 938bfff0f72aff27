import type { Unreadable } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayNumber } from "../../domain/text/say-number.ts";

/** Why a file cannot be read as a list, and what to do. */
export const sayUnreadable = (because: Unreadable): Bilingual => reasons[because];

const rows = inBoth((language) => sayNumber(limits.importRows, language));
const megabytes = limits.importBytes / 1024 / 1024;

const reasons: Record<Unreadable, Bilingual> = {
  empty: {
    es: "El archivo no tiene ninguna fila. Comprueba que has elegido el archivo y la hoja correctos.",
    en: "The file has no rows. Check that you chose the right file and sheet.",
  },
  "file-gone": {
    es: "El archivo no ha llegado entero. Súbelo otra vez.",
    en: "The file did not arrive completely. Upload it again.",
  },
  "too-large": {
    es: `El archivo supera ${megabytes} MB. Divídelo en varias listas.`,
    en: `The file is larger than ${megabytes} MB. Split it into several lists.`,
  },
  "too-many-rows": {
    es: `La lista supera ${rows.es} filas. Divídela en varias.`,
    en: `The list has more than ${rows.en} rows. Split it into several.`,
  },
  "too-many-columns": {
    es: `La lista supera ${limits.importColumns} columnas. Quita las que no son de los leads, también las que están lejos a la derecha.`,
    en: `The list has more than ${limits.importColumns} columns. Remove those that are not about the leads, far to the right too.`,
  },
  "too-large-unpacked": {
    es: "El libro es demasiado grande al abrirlo. Guarda solo la hoja de los leads como CSV.",
    en: "The workbook is too large once opened. Save the sheet with the leads alone as CSV.",
  },
  "not-a-list": {
    es: "Esto no es una lista. Elige un archivo CSV o XLSX.",
    en: "This is no list. Choose a CSV or XLSX file.",
  },
  "old-excel": {
    es: "Es un libro de Excel antiguo (.xls). Ábrelo y guárdalo como «Libro de Excel (.xlsx)» o como CSV.",
    en: "This is an old Excel workbook (.xls). Open it, and save it as “Excel Workbook (.xlsx)” or as CSV.",
  },
  "password-protected": {
    es: "El libro tiene contraseña. Quítala, o guarda la hoja como CSV.",
    en: "The workbook has a password. Remove it, or save the sheet as CSV.",
  },
  "web-page": {
    es: "El archivo se llama como una hoja de cálculo y es una página web. Ábrelo en Excel y guárdalo como XLSX o CSV.",
    en: "The file is called a spreadsheet and is a web page. Open it in Excel, and save it as XLSX or CSV.",
  },
  "other-spreadsheet": {
    es: "Es una hoja de cálculo de otro formato. Ábrela y guárdala como XLSX o CSV.",
    en: "This is a spreadsheet of another format. Open it, and save it as XLSX or CSV.",
  },
  "open-quote": {
    es: "Hay unas comillas que se abren y no se cierran, así que no se sabe dónde acaban las filas. Corrígelas, o guarda la lista como XLSX.",
    en: "A quotation mark opens and never closes, so that nobody knows where the rows end. Correct it, or save the list as XLSX.",
  },
  damaged: {
    es: "El archivo está dañado. Ábrelo, guárdalo otra vez y súbelo.",
    en: "The file is damaged. Open it, save it again and upload it.",
  },
  "no-such-sheet": {
    es: "El libro no tiene esa hoja. Elige otra.",
    en: "The workbook has no such sheet. Choose another.",
  },
};
