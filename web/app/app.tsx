import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Tooltip } from 'radix-ui'
import { Toaster } from '../components/overlays/toaster.tsx'
import { queryClient } from '../lib/api/query.ts'
import { useDocumentTitle } from '../lib/hooks/use-title.ts'
import { router } from './router.tsx'

export function App() {
  useDocumentTitle()
  return (
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
        <RouterProvider router={router} />
        <Toaster />
      </Tooltip.Provider>
    </QueryClientProvider>
  )
}
