// The only writer of golden files: npm run golden
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { goldenFiles, readGolden } from "../golden/golden-files.ts";
import { goldens } from "../golden/goldens.ts";

const all = await goldens();
const expected = new Set(all.map(({ file }) => file));

for (const { file, print } of all) {
  const actual = await print();
  if (readGolden(file) === actual) continue;
  const path = join("golden", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, actual);
  console.log(`wrote ${path}`);
}
for (const file of goldenFiles()) {
  if (expected.has(file)) continue;
  rmSync(join("golden", file));
  console.log(`removed ${join("golden", file)}`);
}
