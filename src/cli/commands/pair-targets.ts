import { basename, dirname, join } from "node:path";

/** A target and where its outputs are, from the working folder. */
export interface TargetPlace {
  /** The project file, from the working folder. */
  readonly project: string;
  readonly name: string;
  /** A folder, or one file. */
  readonly path: string;
}

/** A target as it was and as it is; at least one of them is there. */
export interface TargetPair<Former extends TargetPlace, Current extends TargetPlace> {
  readonly former: Former | undefined;
  readonly current: Current | undefined;
  /** What the report calls it. */
  readonly name: string;
}

/**
 * Pairs the targets of a revision with those of today, which may have another name or be in another project file by now: the
 * surest sign comes first, and no sign counts that fits several. Those of today come first, in their order.
 */
export function pairTargets<Former extends TargetPlace, Current extends TargetPlace>(
  formers: readonly Former[],
  currents: readonly Current[],
): readonly TargetPair<Former, Current>[] {
  const formerOf = new Map<Current, Former>();
  const paired = new Set<Former>();
  for (const sign of signs) {
    const left = single(
      formers.filter((former) => !paired.has(former)),
      sign,
    );
    const open = single(
      currents.filter((current) => !formerOf.has(current)),
      sign,
    );
    for (const [key, current] of open) {
      const former = left.get(key);
      if (former === undefined) continue;
      formerOf.set(current, former);
      paired.add(former);
    }
  }
  return [
    ...currents.map((current) => ({ former: formerOf.get(current), current, name: current.name })),
    ...formers
      .filter((former) => !paired.has(former))
      .map((former) => ({ former, current: undefined, name: former.name })),
  ];
}

/** What two targets have in common that are the same one, from the surest on. */
const signs: readonly ((target: TargetPlace) => string)[] = Object.freeze([
  ({ project, name }) => JSON.stringify([join(project), name]),
  // raycluster.config.yaml, .yml or .json.
  ({ project, name }) => JSON.stringify([dirname(project), name]),
  ({ path }) => join(path),
  // The folder of the project was moved.
  ({ project, name }) => JSON.stringify([basename(dirname(project)), name]),
  ({ name }) => name,
]);

/** By a sign, those that share it with no other. */
function single<Target extends TargetPlace>(
  targets: readonly Target[],
  sign: (target: TargetPlace) => string,
): ReadonlyMap<string, Target> {
  const found = new Map<string, Target | undefined>();
  for (const target of targets) {
    const key = sign(target);
    found.set(key, found.has(key) ? undefined : target);
  }
  return new Map([...found].flatMap(([key, target]) => (target ? [[key, target]] : [])));
}
