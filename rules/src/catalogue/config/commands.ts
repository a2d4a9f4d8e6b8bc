import type { ConfigFileKind } from '../config-file.js';
import { launchesAt, launchMark } from './agent-launches.js';

/** Files of a project in which commands stand that people run by a short name, or that run in a container. */
export const commands = [
  {
    id: 'package-scripts',
    title: 'package scripts',
    files: ['**/package.json'],
    mark: launchMark,
    keys: launchesAt(['scripts', '*'], 'error', 'on the machine of whoever runs the script'),
  },
  {
    id: 'makefile',
    title: 'Makefile',
    files: ['**/{GNUmakefile,Makefile}', '**/*.mk'],
    mark: launchMark,
    keys: launchesAt(['commands', '[]'], 'error', 'on the machine of whoever runs the target'),
  },
  {
    id: 'dockerfile',
    title: 'Dockerfile',
    files: ['**/{Dockerfile,Containerfile}', '**/{Dockerfile,Containerfile}.*', '**/*.dockerfile'],
    mark: launchMark,
    keys: launchesAt(['commands', '[]'], 'warning', 'with whatever the container is given'),
  },
  {
    id: 'compose',
    title: 'Compose file',
    files: ['**/{compose,docker-compose}*.{yml,yaml}'],
    mark: `\\bmcp\\b|${launchMark}`,
    services: { at: ['services'], managers: ['docker/mcp-gateway'] },
    keys: [
      ...launchesAt(['services', '*', 'command'], 'warning', 'with whatever the container is given'),
      ...launchesAt(['services', '*', 'entrypoint'], 'warning', 'with whatever the container is given'),
    ],
  },
  {
    id: 'gitlab-ci',
    title: 'GitLab pipeline',
    files: ['**/.gitlab-ci.{yml,yaml}', '**/*.gitlab-ci.{yml,yaml}', '**/.gitlab/**/*.{yml,yaml}'],
    mark: launchMark,
    keys: ['script', 'before_script', 'after_script'].flatMap((script) => [
      ...launchesAt(['*', script], 'error', 'beside the variables of the job'),
      ...launchesAt(['*', script, '[]'], 'error', 'beside the variables of the job'),
    ]),
  },
] as const satisfies readonly ConfigFileKind[];
