import { ownObject } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { serviceFieldNames, upgradeFieldNames } from "../model/owner/field-names.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { renamed, yamlOf } from "./owner-words.ts";

/** What a RayService serves, in the request's words. What those lack stays out. */
export function importService(spec: PlainObject): RequestDraft {
  const service = renamed(spec, serviceFieldNames);
  const config = yamlOf(spec, "serveConfigV2");
  if (config !== undefined) service.serve_config = config;
  const strategy = ownObject(spec, "upgradeStrategy");
  const upgrade = {
    ...renamed(strategy, [["type", "type"]]),
    ...renamed(ownObject(strategy, "clusterUpgradeOptions"), upgradeFieldNames),
  };
  if (Object.keys(upgrade).length > 0) service.upgrade = upgrade;
  else delete service.upgrade;
  return service;
}
