import type { AccessPath } from './access-path.js';
import type {
  AgentRow,
  ApprovalRow,
  ClientRow,
  EndpointRow,
  GateRow,
  GuardrailRow,
  ModelCallRow,
  ModelRequestRow,
  ResumeRow,
} from './agent-rows.js';
import type {
  ConventionRow,
  EffectRow,
  GuardRow,
  PassThroughRow,
  ProviderRow,
  RequestStateRow,
  SanitizerRow,
  SinkRow,
  SourceRow,
} from './flow-rows.js';
import type { PrivilegeRow, SettingRow } from './setting-rows.js';
import type { BodyLimitRow, RateLimitRow, RecordsRow, StoreRow } from './store-rows.js';
import type {
  FunctionToolRow,
  HostedToolRow,
  McpServerRow,
  ToolClassRow,
  ToolObjectRow,
  ToolRow,
  ToolSetRow,
  ToolSupplyRow,
} from './tool-rows.js';
import type {
  ArtifactRow,
  DeserializerRow,
  DownloadRow,
  FileReaderRow,
  FileWriterRow,
  LaunchRow,
  TrainingRow,
} from './supply-rows.js';
import type { AgentRouteRow, McpTransportRow, RequestCheckRow, WebServerRow } from './web-rows.js';

export interface Framework {
  /** Id of `frameworks.jsonl`: `vercel-ai`. */
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  readonly language: 'javascript' | 'python';
  /** Module specifiers that count as this framework; a trailing `/*` includes subpaths. Rows apply to all of them unless they name one. */
  readonly modules: readonly string[];
  /** True for SDKs of models, agents and tools: importing one makes a file interesting to the prefilter. */
  readonly ai: boolean;
  /** Package → versions whose type declarations every row was checked against. */
  readonly checkedAgainst: Readonly<Record<string, readonly string[]>>;
  readonly clients?: readonly ClientRow[];
  readonly endpoints?: readonly EndpointRow[];
  readonly guardrails?: readonly GuardrailRow[];
  readonly calls?: readonly ModelCallRow[];
  readonly modelRequests?: readonly ModelRequestRow[];
  readonly agents?: readonly AgentRow[];
  readonly tools?: readonly ToolRow[];
  readonly functionTools?: readonly FunctionToolRow[];
  readonly hosted?: readonly HostedToolRow[];
  readonly toolObjects?: readonly ToolObjectRow[];
  readonly toolClasses?: readonly ToolClassRow[];
  readonly gates?: readonly GateRow[];
  readonly approvals?: readonly ApprovalRow[];
  readonly settings?: readonly SettingRow[];
  readonly servers?: readonly McpServerRow[];
  readonly supplies?: readonly ToolSupplyRow[];
  readonly toolSets?: readonly ToolSetRow[];
  /** Runs are traced without further code, unless the application calls this. */
  readonly traces?: { readonly unless: AccessPath };
  readonly sources?: readonly SourceRow[];
  readonly conventions?: readonly ConventionRow[];
  readonly providers?: readonly ProviderRow[];
  readonly requestStates?: readonly RequestStateRow[];
  readonly sinks?: readonly SinkRow[];
  readonly effects?: readonly EffectRow[];
  readonly passThroughs?: readonly PassThroughRow[];
  readonly sanitizers?: readonly SanitizerRow[];
  readonly guards?: readonly GuardRow[];
  readonly webServers?: readonly WebServerRow[];
  readonly requestChecks?: readonly RequestCheckRow[];
  readonly mcpTransports?: readonly McpTransportRow[];
  readonly agentRoutes?: readonly AgentRouteRow[];
  readonly privileges?: readonly PrivilegeRow[];
  readonly resumes?: readonly ResumeRow[];
  readonly stores?: readonly StoreRow[];
  readonly records?: readonly RecordsRow[];
  readonly rateLimits?: readonly RateLimitRow[];
  readonly bodyLimits?: readonly BodyLimitRow[];
  readonly artifacts?: readonly ArtifactRow[];
  readonly deserializers?: readonly DeserializerRow[];
  readonly fileWriters?: readonly FileWriterRow[];
  readonly fileReaders?: readonly FileReaderRow[];
  readonly downloads?: readonly DownloadRow[];
  readonly launches?: readonly LaunchRow[];
  readonly trainings?: readonly TrainingRow[];
}
