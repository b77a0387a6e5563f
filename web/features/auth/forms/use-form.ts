import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { type Fields, type Problems, validate } from './validate.ts'

/** The first field with a problem gets the focus once React has marked it. */
const focusProblem = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())

/** A form of texts: values, problems shown after the first try, and the call that sends it. */
export function useForm<F extends Fields & Record<string, string>>(start: F, send: (values: F) => Promise<unknown>) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [values, setValues] = useState(start)
  const [tried, setTried] = useState(false)
  const mutation = useMutation({ mutationFn: send })
  const problems: Problems = tried ? validate(values) : {}

  const field = (name: keyof F & keyof Fields) => {
    const problem = problems[name]
    return {
      value: values[name] ?? '',
      onChange: (event: { target: { value: string } }) => {
        if (mutation.isError) mutation.reset()
        setValues((old) => ({ ...old, [name]: event.target.value }))
      },
      error: problem && t(`auth.invalid.${problem}`),
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(validate(values)).length > 0) focusProblem(event.currentTarget)
    else mutation.mutate(values)
  }
  const failure = mutation.error ? errorText(mutation.error) : null
  return { values, setValues, field, submit, busy: mutation.isPending, failure, reset: () => setTried(false) }
}
