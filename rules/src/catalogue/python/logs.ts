import type { Framework } from '../framework.js';

const levels = 'debug,info,warning,warn,error,exception,critical,fatal,log';
const logged = { kind: 'log', at: 'Argument[0..,*]' } as const;

/** Logs and the terminal. */
export const pythonLogs = {
  id: 'python-logs',
  title: 'Loggers',
  language: 'python',
  modules: [
    'logging',
    'loguru',
    'structlog',
    'structlog.stdlib',
    'builtins',
    'logfire',
    'sentry_sdk',
    'rich',
    'rich.console',
    'rich.pretty',
    'pprint',
    'click',
    'typer',
    'absl.logging',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...logged, module: 'logging', call: `Member[${levels}]` },
    { ...logged, module: 'logging', call: `Member[getLogger].ReturnValue.Member[${levels}]` },
    {
      ...logged,
      module: 'logging',
      call: `Member[getLogger].ReturnValue.Member[getChild].ReturnValue.Member[${levels}]`,
    },
    { ...logged, module: 'logging', call: `Member[Logger,LoggerAdapter].Instance.Member[${levels}]` },
    { ...logged, module: 'loguru', call: `Member[logger].Member[${levels},trace,success]` },
    {
      ...logged,
      module: 'loguru',
      call: `Member[logger].Member[bind,opt,contextualize].ReturnValue.Member[${levels},trace,success]`,
    },
    { ...logged, module: 'loguru', call: 'Member[logger].Member[bind]' },
    { ...logged, module: 'structlog', call: `Member[get_logger,getLogger].ReturnValue.Member[${levels},msg,bind]` },
    {
      ...logged,
      module: 'structlog',
      call: `Member[get_logger,getLogger].ReturnValue.Member[bind].ReturnValue.Member[${levels},msg]`,
    },
    { ...logged, module: 'structlog.stdlib', call: `Member[get_logger].ReturnValue.Member[${levels},bind]` },
    { ...logged, module: 'builtins', call: 'Member[print]', at: 'Argument[0..]' },
    { ...logged, module: 'pprint', call: 'Member[pprint,pp]', at: 'Argument[0]' },
    { ...logged, module: 'rich', call: 'Member[print]', at: 'Argument[0..]' },
    { ...logged, module: 'rich.console', call: 'Member[Console].Instance.Member[print,log]', at: 'Argument[0..]' },
    { ...logged, module: 'click', call: 'Member[echo,secho]', at: 'Argument[0]' },
    { ...logged, module: 'typer', call: 'Member[echo,secho]', at: 'Argument[0]' },
    { ...logged, module: 'absl.logging', call: `Member[${levels}]` },
    { ...logged, module: 'logfire', call: 'Member[debug,info,warn,warning,error,notice,trace,fatal,span]' },
    { ...logged, module: 'sentry_sdk', call: 'Member[capture_message]', at: 'Argument[0]' },
  ],
} as const satisfies Framework;
