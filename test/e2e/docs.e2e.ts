import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, startBuiltServer } from './support.ts'

let server: Awaited<ReturnType<typeof startBuiltServer>>
let browser: Awaited<ReturnType<typeof openBrowser>>

beforeAll(async () => {
  server = await startBuiltServer()
  browser = await openBrowser(server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('shows the API in Swagger UI and ReDoc from our own origin, under the strict policy', async () => {
  const { page, problems } = browser
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await page.goto('/docs')
  await page.getByText('/api/v1/detect/image').first().waitFor()
  await page.goto('/redoc')
  await page.getByRole('heading', { name: 'Read the emotion of the faces in a picture' }).waitFor()
  expect(foreign).toEqual([])
  expect(problems).toEqual([])
})
