import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainList } from "../../diagnostics/plain-data.ts";

/** An item of a list and where it stands. */
export interface PlacedItem {
  readonly path: Path;
  readonly data: PlainData;
}

/** A container of a pod template. */
export interface ContainerView extends PlacedItem {
  /** Empty where it has none. */
  readonly name: string;
}

/** A variable of a container. */
export interface VariableView extends PlacedItem {
  /** Undefined where the value comes from somewhere else; empty where there is none. */
  readonly value: string | undefined;
}

/** The items of a list; null is none. */
export function placedItems(list: PlainList, path: Path): readonly PlacedItem[] {
  return list.flatMap((data, index) => (data === null ? [] : [{ path: [...path, index], data }]));
}

export function viewContainers(list: PlainList, path: Path): readonly ContainerView[] {
  return placedItems(list, path).map((item) => ({
    ...item,
    name: ownText(item.data, "name") ?? "",
  }));
}

/** The first variable of that name in an `env`, as KubeRay looks it up. */
export function findVariable(owner: PlacedItem, name: string): VariableView | undefined {
  const found = placedItems(ownList(owner.data, "env"), [...owner.path, "env"]).find(
    ({ data }) => ownField(data, "name") === name,
  );
  if (found === undefined) return undefined;
  const isElsewhere = ownField(found.data, "valueFrom") !== undefined;
  return { ...found, value: isElsewhere ? undefined : (ownText(found.data, "value") ?? "") };
}
