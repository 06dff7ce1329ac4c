/**
 * All that is used of the `yaml` package. Only this file imports it, since its build for Node reads the environment (with
 * LOG_TOKENS or LOG_STREAM set it prints to standard output) and its build for browsers does not: our builds replace this
 * file by a bundle of the latter.
 */
export type { Alias, ErrorCode, ParsedNode, Scalar, YAMLError, YAMLMap, YAMLSeq } from "yaml";
export { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, Parser, Schema } from "yaml";
