/** exceljs without its readers and streams: half the time to load. */
declare module "exceljs/lib/doc/workbook.js" {
  import type { Workbook } from "exceljs";

  const workbook: typeof Workbook;
  export default workbook;
}
