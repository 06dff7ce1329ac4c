import { AccessError } from "../io/access-error.ts";

/** There is no project file where one is looked for. */
export class NoProjectError extends AccessError {}
