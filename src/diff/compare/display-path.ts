import type { ApiType } from "../../api/api-type.ts";
import { memberType } from "../../api/member-type.ts";
import { isList, ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { DiffPath, DiffStep } from "./diff-path.ts";
import type { ItemNaming } from "./item-naming.ts";
import { itemNaming } from "./item-naming.ts";
import { nameItems } from "./name-items.ts";

/** A path by keys and indexes as reports write it: items of lists that have names by their names. */
export function displayPath(path: Path, data: PlainData, root: ApiType): DiffPath {
  const display: DiffStep[] = [];
  let node: PlainData | undefined = data;
  let type: ApiType | undefined = root;
  let naming: ItemNaming | undefined;
  for (const step of path) {
    if (typeof step === "number" && isList(node)) {
      display.push(nameOfItem(step, node, naming) ?? step);
      node = node[step];
      type = type?.kind === "list" ? type.items.type : undefined;
      naming = undefined;
    } else {
      const key = String(step);
      display.push(step);
      node = ownField(node, key);
      const owner: ApiType | undefined = type;
      type = memberType(owner, key);
      naming =
        owner?.kind === "object" && type?.kind === "list"
          ? itemNaming(type, owner.name, key)
          : undefined;
    }
  }
  return display;
}

function nameOfItem(
  index: number,
  list: readonly PlainData[],
  naming: ItemNaming | undefined,
): DiffStep | undefined {
  if (naming === undefined) return undefined;
  if (naming.isSet) return { item: naming.nameOf(list[index] ?? null) ?? "" };
  const found = [...nameItems(list, naming)].find(([, item]) => item.index === index);
  return found === undefined ? undefined : { item: found[0] };
}
