import type { Command } from "./command.ts";
import { compileCommand } from "./compile-command.ts";
import { diffCommand } from "./diff-command.ts";
import { explainCommand } from "./explain-command.ts";
import { planCommand } from "./plan-command.ts";
import { rbacCommand } from "./rbac-command.ts";
import { schemaCommand } from "./schema-command.ts";

/** Every command, in the order in which the help lists them: a file for each, and a line here. */
export const commands: readonly Command[] = Object.freeze([
  compileCommand,
  planCommand,
  diffCommand,
  explainCommand,
  schemaCommand,
  rbacCommand,
]);
