import { linear } from "./linear.ts";

process.exitCode = (await linear()) > 0 ? 1 : 0;
