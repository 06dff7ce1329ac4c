/**
 * The value at a path of keys joined by dots; `~1` stands for a dot in a key, and `name=a` for the item of a list whose name is
 * a. Undefined where nothing stands there.
 */
export function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce(step, data);
}

function step(data: unknown, word: string): unknown {
  const key = word.replaceAll("~1", ".");
  const [field = "", value] = key.split("=");
  if (Array.isArray(data)) {
    if (value === undefined) return data[Number(key)];
    return data.find((item) => item !== null && Reflect.get(Object(item), field) === value);
  }
  return typeof data === "object" && data !== null && Object.hasOwn(data, key)
    ? Reflect.get(data, key)
    : undefined;
}
