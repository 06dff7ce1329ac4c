/** The build puts the package's version in its place; from source there is none. */
declare const RAYCLUSTER_VERSION: string | undefined;

/** The version of a program that runs from its source. */
export const DEVELOPMENT = "0.0.0-development";

/** The version of the program. */
export const version = typeof RAYCLUSTER_VERSION === "string" ? RAYCLUSTER_VERSION : DEVELOPMENT;
