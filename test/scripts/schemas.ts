// The only writer of the published schemas: npm run schemas
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { publishedSchemas } from "../../src/schemas/published-schemas.ts";

for (const { file, actual } of publishedSchemas()) {
  const path = join("schemas", file);
  if (existsSync(path) && readFileSync(path, "utf8") === actual) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, actual);
  console.log(`wrote ${path}`);
}
