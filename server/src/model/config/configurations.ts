import type { ConfigFileKind, ConfiguredServer, InstructionFile, Setting } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import type { SecretScanner } from '../secrets/secret-scan.js';
import { configSettings } from './config-settings.js';
import { instructionFile } from './instruction-file.js';
import { configuredServers } from './configured-servers.js';
import { configuredServices } from './configured-services.js';

/** What a file is by its path, and whose servers it may hold if its name says nothing. */
export type KindsOf = (path: string) => {
  readonly kinds: readonly ConfigFileKind[];
  readonly anywhere: readonly ConfigFileKind[];
};

export interface Configurations {
  readonly settings: readonly Setting[];
  readonly servers: readonly ConfiguredServer[];
  readonly instructions: readonly InstructionFile[];
}

/** What the loaded configuration files of agents, editors and MCP clients say. */
export function configurationsOf(program: Program, kindsOf: KindsOf | undefined, scan: SecretScanner): Configurations {
  const settings: Setting[] = [];
  const servers: ConfiguredServer[] = [];
  const instructions: InstructionFile[] = [];
  for (const { path, facts } of program.files()) {
    if (facts.language !== 'config' || kindsOf === undefined) continue;
    const { kinds: named, anywhere } = kindsOf(path);
    for (const kind of named) {
      settings.push(...configSettings(program, path, kind));
      instructions.push(...instructionFile(program, path, kind));
      servers.push(...configuredServices(program, scan, path, kind));
    }
    for (const kind of named.length > 0 ? named : anywhere)
      servers.push(...configuredServers(program, scan, path, kind));
  }
  return { settings, servers, instructions };
}
