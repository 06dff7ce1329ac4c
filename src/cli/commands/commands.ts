import { buildCommand } from "./build-command.ts";
import { checkCommand } from "./check-command.ts";
import type { Command } from "./command.ts";
import { compileCommand } from "./compile-command.ts";
import { diffCommand } from "./diff-command.ts";
import { explainCommand } from "./explain-command.ts";
import { importCommand } from "./import-command.ts";
import { krmCommand } from "./krm-command.ts";
import { planCommand } from "./plan-command.ts";
import { rbacCommand } from "./rbac-command.ts";
import { schemaCommand } from "./schema-command.ts";
import { validateCommand } from "./validate-command.ts";

/** Every command, in the order in which the help lists them: a file for each, and a line here. */
export const commands: readonly Command[] = Object.freeze([
  compileCommand,
  buildCommand,
  checkCommand,
  planCommand,
  validateCommand,
  diffCommand,
  explainCommand,
  importCommand,
  schemaCommand,
  rbacCommand,
  krmCommand,
]);
