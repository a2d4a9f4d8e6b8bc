import type { Framework } from './framework.js';
import { networkFrameworks } from './network/network-frameworks.js';
import { serviceFrameworks } from './services/service-frameworks.js';
import { modelFrameworks } from './models/model-frameworks.js';
import { textFrameworks } from './text/text-frameworks.js';
import { webFrameworks } from './web/web-frameworks.js';
import { dataFrameworks } from './data/data-frameworks.js';
import { runtimeFrameworks } from './runtime/runtime-frameworks.js';
import { pythonFrameworks } from './python/python-frameworks.js';
import { supplyFrameworks } from './supply/supply-frameworks.js';

/** Every framework that leashlint knows. The order has no meaning. */
export const catalogue: readonly Framework[] = [
  ...networkFrameworks,
  ...serviceFrameworks,
  ...modelFrameworks,
  ...textFrameworks,
  ...webFrameworks,
  ...dataFrameworks,
  ...runtimeFrameworks,
  ...pythonFrameworks,
  ...supplyFrameworks,
];
