/** Makes something of a key the first time, and gives the same for it every other time. */
export type Memory<Made> = (key: object | string, make: () => Made) => Made;

/**
 * What tests share, because it takes long to make. Runs with mutants have a memory that keeps nothing (`test/mutation`), since
 * what was made without a mutant would hide it.
 */
export function memory<Made>(): Memory<Made> {
  const ofTexts = new Map<string, { readonly made: Made }>();
  const ofObjects = new WeakMap<object, { readonly made: Made }>();
  return (key, make) => {
    const known = typeof key === "string" ? ofTexts.get(key) : ofObjects.get(key);
    if (known !== undefined) return known.made;
    const made = make();
    if (typeof key === "string") ofTexts.set(key, { made });
    else ofObjects.set(key, { made });
    return made;
  };
}
