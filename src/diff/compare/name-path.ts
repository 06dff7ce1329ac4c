import { isList, ownField } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";
import type { DiffPath, DiffStep } from "./diff-path.ts";
import { nameItems } from "./name-items.ts";
import type { Shape } from "./shapes/shape.ts";

/** A path by keys and indexes as the differ writes it: items of lists that have names by their names. */
export function namePath(path: Path, data: PlainData, shape: Shape): DiffPath {
  const named: DiffStep[] = [];
  let [node, place]: [PlainData | undefined, Shape | undefined] = [data, shape];
  for (const step of path) {
    named.push(typeof step === "number" ? nameItem(step, node, place) : step);
    node = typeof step === "number" ? itemOf(node, step) : ownField(node, step);
    place = place === undefined ? undefined : shapeBelow(place, step);
  }
  return named;
}

function nameItem(index: number, list: PlainData | undefined, shape: Shape | undefined): DiffStep {
  if (shape?.type !== "list" || !isList(list)) return index;
  const names = [...nameItems(list, shape).keys()];
  const item = names[countItems(list, index)];
  return item === undefined ? index : { item };
}

/** Null is no item. */
function countItems(list: PlainList, before: number): number {
  return list.slice(0, before).filter((item) => item !== null).length;
}

function itemOf(list: PlainData | undefined, index: number): PlainData | undefined {
  return isList(list) ? list[index] : undefined;
}

function shapeBelow(shape: Shape, step: string | number): Shape | undefined {
  switch (shape.type) {
    case "object":
      return typeof step === "string" && Object.hasOwn(shape.fields, step)
        ? shape.fields[step]?.shape
        : undefined;
    case "map":
      return shape.values;
    case "list":
      return shape.item;
    default:
      return undefined;
  }
}
