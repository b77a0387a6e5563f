/** What can be said about a form before the server is asked. Problems are keys of `auth.invalid`. */
type Problem =
  | 'nameMissing'
  | 'emailMissing'
  | 'emailWrong'
  | 'passwordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'repeatDiffers'
  | 'codeMissing'
export type Fields = {
  name?: string
  email?: string
  password?: string
  newPassword?: string
  repeat?: string
  code?: string
}
export type Problems = { [F in keyof Fields]?: Problem }

const MIN_PASSWORD = 8
const MAX_PASSWORD = 100

function emailProblem(email: string): Problem | undefined {
  if (email.trim() === '') return 'emailMissing'
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : 'emailWrong'
}

function newPasswordProblem(password: string): Problem | undefined {
  if (password === '') return 'passwordMissing'
  if (password.length < MIN_PASSWORD) return 'passwordShort'
  return password.length > MAX_PASSWORD ? 'passwordLong' : undefined
}

/** Problems by field; an empty object means that the form can be sent. Only the fields that are there are looked at. */
export function validate(fields: Fields): Problems {
  const { name, email, password, newPassword, repeat, code } = fields
  const found: Problems = {
    ...(name !== undefined && name.trim() === '' && { name: 'nameMissing' }),
    ...(password === '' && { password: 'passwordMissing' }),
    ...(code !== undefined && code.trim() === '' && { code: 'codeMissing' }),
    ...(repeat !== undefined &&
      newPassword !== undefined &&
      newPassword !== '' &&
      repeat !== newPassword && { repeat: 'repeatDiffers' }),
  }
  const wrongEmail = email === undefined ? undefined : emailProblem(email)
  const wrongPassword = newPassword === undefined ? undefined : newPasswordProblem(newPassword)
  if (wrongEmail) found.email = wrongEmail
  if (wrongPassword) found.newPassword = wrongPassword
  return found
}
