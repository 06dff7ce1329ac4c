/** Labels of nodes under Ray's own prefix that users may set: Ray's documentation on labels. */
export const rayNodeLabels: readonly string[] = Object.freeze([
  "ray.io/accelerator-type",
  "ray.io/availability-region",
  "ray.io/availability-zone",
  "ray.io/market-type",
  "ray.io/node-group",
]);
