import type { ModelCall } from '../../../model/agent.js';
import type { AppModel } from '../../../model/app.js';
import type { Rule } from '../../../model/rule.js';
import { wayTo } from '../../open-routes.js';
import { inTest } from '../../severity.js';

export const rule = {
  meta: {
    id: 'obs-no-attribution',
    title: 'Model call for a signed-in user that names nobody',
    family: 'obs',
    severity: 'info',
    confidence: 'medium',
    tier: 'strict',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['ASI03', 'ASI10', 'MCP08:2025', 'CWE-778'],
  },
  *check(app) {
    const seen = new Set<ModelCall>();
    for (const route of app.routes) {
      // Without a sign-in there is nobody to name.
      if (route.authentication.state !== 'yes' || inTest(app, route.span)) continue;
      for (const reached of route.reaches) {
        const { modelCall } = reached;
        if (modelCall === undefined || seen.has(modelCall) || !isAnonymous(modelCall)) continue;
        if (isTraced(app, route.span.file)) continue;
        seen.add(modelCall);
        yield {
          message: `\`${modelCall.name}\` runs for the user of ${route.label}, and neither the provider nor a trace is told for whom`,
          help: 'Pass a hash of the user id where the provider takes one (`safety_identifier`, `metadata.user_id`), or the user and session to the trace.',
          severity: 'info',
          evidence: 'likely',
          primary: modelCall.calleeSpan,
          trace: wayTo(route, reached),
        };
      }
    }
  },
} satisfies Rule;

/** Options that say for whom a call is, or that hand on a context that does. */
const NAMING =
  /^(?:user|userId|user_id|safety_identifier|safetyIdentifier|metadata|requestMetadata|request_metadata|labels|session|sessionId|session_id|thread|threadId|thread_id|conversation|conversation_id|resource|resourceId|memory|context|experimental_context|runtimeContext|requestContext|configurable|config|run_config|deps|callbacks|experimental_telemetry|telemetry|providerOptions|extra_body|extra_headers|headers|prompt_cache_key|previous_response_id|checkpointer|tags|trace)$/;

/** Models that run in the process or on the machine. */
const LOCAL = /transformers|ollama|llama-cpp|llama_cpp|gpt4all|vllm/;

/** Everything that the call is told is known, and none of it is about a user. */
function isAnonymous({ framework, options }: ModelCall): boolean {
  return (
    !LOCAL.test(framework.package) &&
    options !== undefined &&
    !options.open &&
    !options.properties.some(({ name }) => NAMING.test(name))
  );
}

const TRACING =
  /langfuse|langsmith|langwatch|helicone|braintrust|opentelemetry|openinference|traceloop|arize|phoenix|weave|opik|posthog|logfire|agentops|@vercel\/otel|@sentry|ddtrace|dd-trace|newrelic|mlflow/;

/** The package uses something that keeps traces, which may know the user by itself. */
function isTraced(app: AppModel, path: string): boolean {
  const folder = app.files.get(path)?.packageFolder;
  return [...app.files.values()].some(
    (file) => file.packageFolder === folder && file.imports.some(({ module }) => TRACING.test(module)),
  );
}
