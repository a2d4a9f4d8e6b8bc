import { createModuleResolver, type ModuleResolver } from '../program/resolve-module.js';
import type { EngineHost } from './engine.js';
import type { FileStore } from './file-store.js';
import type { Project } from './project.js';

/** Finds what specifiers in the project's files lead to, before any of them is parsed. */
export function moduleResolver(project: Project, store: FileStore, host: EngineHost): ModuleResolver {
  return createModuleResolver({
    exists: (path) => host.exists(path),
    read: (path) => store.text(path),
    json: (path) => store.json(path),
    workspacePackages: () => project.workspacePackages(),
    manifests: () => project.manifests,
    pythonProjects: () => project.pythonProjects,
  });
}

/** Files that a file's specifiers lead to. */
export function importsOf(file: string, store: FileStore, resolver: ModuleResolver): readonly string[] {
  return store.specifiers(file).flatMap((specifier) => {
    const target = resolver.resolve(file, specifier);
    return target.kind === 'file' ? [target.path] : [];
  });
}
