// Run by time-zone-and-locale.test.ts in processes of their own: prints all goldens, and what the process takes for its time
// zone and its language.
import { goldens } from "../golden/goldens.ts";

const printed = await Promise.all(
  (await goldens()).map(async ({ file, print }) => [file, await print()]),
);
process.stdout.write(
  JSON.stringify({
    minutesFromUtc: -new Date(2024, 0, 1).getTimezoneOffset(),
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    goldens: Object.fromEntries(printed),
  }),
);
