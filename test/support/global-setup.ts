import 'vitest'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One throw-away Postgres for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-test-'))
  // The service user that a root start hands Postgres to must be able to walk in.
  await chmod(dir, 0o755)
  const silent = () => undefined
  const postgres = await startEmbedded(path.join(dir, 'storage'), { info: silent, warn: silent, debug: silent }, true)
  await createTemplate(postgres.url())
  await migrateDatabase(postgres.url('animo_template'))
  project.provide('postgresUrl', postgres.url())
  return async () => {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create database animo_template')
  await client.end()
}
