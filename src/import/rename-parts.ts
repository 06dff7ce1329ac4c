import {
  isList,
  isObject,
  ownField,
  ownList,
  ownObject,
  ownText,
} from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";

/**
 * A pod template with the names that another one has for Ray's container and for the volumes that Ray sees at the same
 * paths. Nothing goes by these names but the template itself. A name that something else has already stays as it is.
 */
export function renameParts(template: PlainObject, other: PlainObject): PlainObject {
  const [spec, names] = [ownObject(template, "spec"), ownObject(other, "spec")];
  const [ray, ...sidecars] = ownList(spec, "containers");
  if (!isObject(ray)) return template;
  const [otherRay] = ownList(names, "containers");
  const volumes = volumeNames(spec, ray, otherRay);
  const rename = (list: PlainData | undefined) =>
    isList(list) ? list.map((container) => withMounts(container, volumes)) : undefined;
  const name = ownText(otherRay, "name");
  const isFree = sidecars.every((sidecar) => ownText(sidecar, "name") !== name);
  const rays = withMounts(name !== undefined && isFree ? { ...ray, name } : ray, volumes);
  const inits = rename(ownField(spec, "initContainers"));
  const renamed = rename(sidecars) ?? [];
  return {
    ...template,
    spec: {
      ...spec,
      ...(inits === undefined ? {} : { initContainers: inits }),
      containers: [rays, ...renamed],
      ...(volumes.size === 0
        ? {}
        : { volumes: ownList(spec, "volumes").map((each) => withName(each, volumes)) }),
    },
  };
}

/** From the names of the template to those of the other one, by the places where Ray's container mounts them. */
function volumeNames(
  spec: PlainObject,
  ray: PlainObject,
  otherRay: PlainData | undefined,
): ReadonlyMap<string, string> {
  const wanted = new Map(
    ownList(otherRay, "volumeMounts").map((mount) => [
      ownText(mount, "mountPath"),
      ownText(mount, "name"),
    ]),
  );
  const names = new Map<string, string>();
  const given = new Set<string>();
  for (const mount of ownList(ray, "volumeMounts")) {
    const [from, to] = [ownText(mount, "name"), wanted.get(ownText(mount, "mountPath"))];
    if (from === undefined || to === undefined || names.has(from) || given.has(to)) continue;
    names.set(from, to);
    given.add(to);
  }
  for (const volume of ownList(spec, "volumes")) {
    const name = ownText(volume, "name");
    if (name === undefined || names.has(name) || !given.has(name)) continue;
    for (const [from, to] of names) if (to === name) names.delete(from);
  }
  return names;
}

function withMounts(container: PlainData, names: ReadonlyMap<string, string>): PlainData {
  const mounts = ownField(container, "volumeMounts");
  if (!isObject(container) || !isList(mounts) || names.size === 0) return container;
  return { ...container, volumeMounts: mounts.map((mount) => withName(mount, names)) };
}

function withName(item: PlainData, names: ReadonlyMap<string, string>): PlainData {
  const name = names.get(ownText(item, "name") ?? "");
  return isObject(item) && name !== undefined ? { ...item, name } : item;
}
