/** Suffixes of decimal quantities in steps of 1000, from 10^-9 to 10^18. */
export const decimalSuffixes = Object.freeze(["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]);

/** Where in `decimalSuffixes` the unit itself stands. */
export const UNIT_INDEX = 3;

/** Suffixes of binary quantities in steps of 1024, from 1 to 2^60. */
export const binarySuffixes = Object.freeze(["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]);

/** Where in `binarySuffixes` mebi stands. */
export const MEBI_INDEX = 2;

/** Where in `binarySuffixes` gibi stands. */
export const GIBI_INDEX = 3;
