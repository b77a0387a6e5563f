import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { installModel, listModels, uploadModel } from '../../../lib/api/emotions.ts'
import { queryClient } from '../../../lib/api/query.ts'

const NAME = 'face_landmarker'

const modelQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => listModels(signal),
  select: ({ models }) => models.find(({ name }) => name === NAME) ?? null,
})

/** The face model of the on-device mode, as the server has it; undefined while nobody knows. */
export const useModel = () => useQuery(modelQuery)

const again = () => queryClient.invalidateQueries({ queryKey: modelQuery.queryKey })

/** For administrators: the server fetches the model itself, or gets it as a file. */
export const useInstallModel = () => useMutation({ mutationFn: installModel, onSuccess: again })
export const useUploadModel = () => useMutation({ mutationFn: uploadModel, onSuccess: again })
