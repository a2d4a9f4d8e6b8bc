import type { Agent, ApprovalDecision, Delegation, GuardrailCall, ModelCall } from './agent.js';
import type { Artifact, Deserialization, Download, ModelName, RemoteCodeFlag, StartedPackage } from './artifact.js';
import type { ModelDecision, SuppliedSubject, ToolCredential, ToolSupply } from './conduct.js';
import type { ConfiguredServer, InstructionFile } from './configuration.js';
import type { RiskyDependency } from './dependency.js';
import type { McpTransport, Route, TokenForward } from './exposure.js';
import type { Flow } from './flow.js';
import type { Client, Endpoint, SecretLiteral, Setting } from './setting.js';
import type { SourceFile } from './site.js';
import type { Policy, ProviderUse } from './policy.js';
import type { Span } from './span.js';
import type { BulkRead, StoreUse } from './store.js';
import type { McpServer, Tool } from './tool.js';
import type { AgentStep } from './workflow.js';

/**
 * The application as an agent security reviewer sees it. Built from facts and the catalogue by the server; rules only read
 * it. Every list is complete for the files that were analysed and sorted by file and offset. `undefined` means "not
 * there", and where a fact could not be resolved the model says `unknown`, never "absent".
 */
/** What rules about the workspace as a whole may look at; other rules look at files that may have to do with each other. */
export type WorkspaceModel = Pick<AppModel, 'agents' | 'mcpTransports' | 'policy' | 'riskyDependencies'>;

export interface AppModel {
  readonly policy: Policy;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly agents: readonly Agent[];
  readonly delegations: readonly Delegation[];
  readonly tools: readonly Tool[];
  readonly modelCalls: readonly ModelCall[];
  readonly clients: readonly Client[];
  readonly endpoints: readonly Endpoint[];
  readonly guardrails: readonly GuardrailCall[];
  readonly secrets: readonly SecretLiteral[];
  readonly settings: readonly Setting[];
  readonly approvals: readonly ApprovalDecision[];
  readonly mcpServers: readonly McpServer[];
  readonly configuredServers: readonly ConfiguredServer[];
  readonly instructionFiles: readonly InstructionFile[];
  readonly agentSteps: readonly AgentStep[];
  readonly supplies: readonly ToolSupply[];
  readonly modelDecisions: readonly ModelDecision[];
  readonly suppliedSubjects: readonly SuppliedSubject[];
  readonly toolCredentials: readonly ToolCredential[];
  readonly routes: readonly Route[];
  readonly mcpTransports: readonly McpTransport[];
  readonly tokenForwards: readonly TokenForward[];
  readonly stores: readonly StoreUse[];
  readonly bulkReads: readonly BulkRead[];
  readonly artifacts: readonly Artifact[];
  readonly deserializations: readonly Deserialization[];
  readonly downloads: readonly Download[];
  readonly startedPackages: readonly StartedPackage[];
  readonly modelNames: readonly ModelName[];
  readonly remoteCodeFlags: readonly RemoteCodeFlag[];
  readonly providerUses: readonly ProviderUse[];
  /** Calls of models in files that the policy does not name as their gateway. */
  readonly ungatedCalls: readonly ModelCall[];
  readonly riskyDependencies: readonly RiskyDependency[];
  readonly flows: readonly Flow[];
  /** The source text of a span of an analysed file. */
  text(span: Span): string;
}
