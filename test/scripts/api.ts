// The only writer of the API table, from the CRDs of KubeRay beside the project: npm run api
// With a folder of further CRDs, which the table is not made from but held to: npm run api -- FOLDER
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTable } from "../api/build-table.ts";
import { crdDigests, digestsFile } from "../api/crd-digests.ts";
import { crdFolder, crdSchemas } from "../api/crd-schemas.ts";
import { printTable } from "../api/print-table.ts";

const [further] = process.argv.slice(2);

if (!existsSync(crdFolder)) {
  console.error(`SKIPPED: the folder ${crdFolder} is missing, so nothing was written.`);
} else {
  const schemas = crdSchemas();
  mkdirSync("src/api/table", { recursive: true });
  for (const [file, text] of printTable(buildTable(schemas))) {
    writeFileSync(join("src/api/table", file), text);
  }
  const known = existsSync(digestsFile) ? readFileSync(digestsFile, "utf8") : "";
  const seen = [...schemas, ...(further === undefined ? [] : crdSchemas(further))];
  writeFileSync(digestsFile, crdDigests(seen, known));
  console.log(
    `wrote src/api/table from ${schemas.length} schemas, ${digestsFile} from ${seen.length}`,
  );
}
