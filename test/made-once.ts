/** A map of any kind. */
interface Known<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => unknown;
}

/**
 * What is made for a key, once for all tests that look at it. Not where mutants are judged, by test/mutation: there all
 * tests would see what was made without the mutant.
 */
export function madeOnce<Key, Value>(known: Known<Key, Value>, key: Key, make: () => Value): Value {
  if (process.env.MUTANTS_ARE_JUDGED !== undefined) return make();
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
