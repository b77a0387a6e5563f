/**
 * The one error class and the one registry of codes. Messages are Spanish by default (the exact texts of the
 * EmotiPlay document) and English when the request asks for it; `details` says what the caller can do about it.
 */
type Text = readonly [es: string, en: string]
type Entry = { status: number; message: Text; details?: Text }

const entry = (status: number, es: string, en: string, details?: Text): Entry => ({
  status,
  message: [es, en],
  ...(details && { details }),
})

export const ERRORS = {
  NO_FACE_DETECTED: entry(400, 'No se detectó ningún rostro en la imagen', 'No face detected', [
    'Asegúrese de que la imagen contenga un rostro visible y bien iluminado',
    'Make sure that the picture shows a visible, well lit face',
  ]),
  INVALID_IMAGE: entry(400, 'Formato de imagen no válido', 'Invalid image format', [
    'Formatos soportados: JPEG, PNG, WebP',
    'Supported formats: JPEG, PNG, WebP',
  ]),
  IMAGE_TOO_LARGE: entry(400, 'La imagen es demasiado grande', 'Image too large', [
    'El tamaño máximo es de 10 MB',
    'The largest size is 10 MB',
  ]),
  PROCESSING_ERROR: entry(500, 'Error al procesar el frame', 'Processing failed'),
  INVALID_EMOTION: entry(400, 'Emoción no reconocida', 'Invalid emotion'),
  INVALID_SESSION: entry(404, 'Sesión no encontrada', 'Invalid session ID', [
    'El session_id proporcionado no existe o ha expirado',
    'The given session_id does not exist or has expired',
  ]),
  MISSING_PARAMETER: entry(400, 'Falta un parámetro requerido', 'Missing required parameter'),
  INVALID_PARAMETER: entry(400, 'Parámetro no válido', 'Invalid parameter'),
  RATE_LIMIT_EXCEEDED: entry(429, 'Límite de requests excedido', 'Too many requests'),
  INTERNAL_ERROR: entry(500, 'Error interno del servidor', 'Internal server error'),
  SERVICE_UNAVAILABLE: entry(503, 'Servicio temporalmente no disponible', 'Service unavailable'),
  REQUEST_TOO_LARGE: entry(413, 'La petición es demasiado grande', 'Request body is too large'),
  UNSUPPORTED_MEDIA_TYPE: entry(415, 'Tipo de contenido no admitido', 'Unsupported content type'),
  NOT_FOUND: entry(404, 'No encontrado', 'Not found'),
  CONFLICT: entry(409, 'Conflicto con el estado actual', 'Conflict with the current state'),
  RANGE_NOT_SATISFIABLE: entry(416, 'Rango no satisfacible', 'Range not satisfiable'),
  AUTH_REQUIRED: entry(401, 'Autenticación requerida', 'Authentication required', [
    'Inicie sesión o envíe un token Bearer',
    'Sign in or send a bearer token',
  ]),
  NO_USERS: entry(401, 'Aún no hay usuarios', 'No users found', [
    'Cree el primer usuario en /auth/create-first-user',
    'Create the first user at /auth/create-first-user',
  ]),
  INVALID_TOKEN: entry(401, 'Token no válido o caducado', 'Invalid or expired token'),
  INVALID_CREDENTIALS: entry(401, 'Correo o contraseña incorrectos', 'Incorrect email or password'),
  INVALID_PASSWORD: entry(400, 'La contraseña actual no es correcta', 'Incorrect current password'),
  INVALID_RECOVERY: entry(401, 'Correo o código de recuperación incorrectos', 'Incorrect email or recovery code'),
  INVALID_INVITE: entry(403, 'Invitación no válida o ya usada', 'Invalid or used invitation'),
  REGISTRATION_CLOSED: entry(403, 'El registro está cerrado', 'Registration is closed', [
    'Pida una invitación al administrador',
    'Ask the administrator for an invitation',
  ]),
  FIRST_USER_EXISTS: entry(
    409,
    'El primer usuario ya existe. Inicie sesión o recupere la contraseña.',
    'First user already exists. Use login or password recovery.',
  ),
  EMAIL_TAKEN: entry(400, 'El correo ya está registrado', 'Email already registered'),
  FORBIDDEN: entry(403, 'No tiene permiso para esta operación', 'You are not allowed to do this'),
  LAST_ADMIN: entry(
    409,
    'Debe quedar al menos un administrador activo',
    'At least one active administrator must remain',
  ),
  FOLDER_INVALID: entry(400, 'La carpeta no se puede usar', 'The folder cannot be used'),
  FOLDER_OVERLAP: entry(409, 'La carpeta ya está en la biblioteca', 'The folder is already in the library'),
  SCAN_NOT_ACTIVE: entry(409, 'El escaneo ya terminó', 'The scan has already ended'),
  FILE_OFFLINE: entry(404, 'El archivo de audio no está disponible', 'The audio file is not available', [
    'La carpeta puede estar desconectada',
    'Its folder may be unplugged',
  ]),
  MODEL_UNAVAILABLE: entry(502, 'No se pudo obtener el modelo', 'The model could not be fetched'),
  MODEL_INVALID: entry(400, 'El archivo no es el modelo esperado', 'The file is not the expected model'),
  STORAGE_FAILED: entry(500, 'No se pudo guardar el archivo', 'The file could not be saved', [
    'Compruebe el espacio y los permisos de la carpeta de almacenamiento',
    'Check the space and the permissions of the storage folder',
  ]),
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof ERRORS
export type Language = 'es' | 'en'
export type ErrorExtras = Readonly<Record<string, unknown>>
type Options = { details?: string | Text; extras?: ErrorExtras; cause?: unknown; status?: number }

/** A failure that a client may see. `cause` is for the log only. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly extras: ErrorExtras
  readonly #details: string | Text | undefined

  constructor(code: ErrorCode, options: Options = {}) {
    super(ERRORS[code].message[1], options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = options.status ?? ERRORS[code].status
    this.extras = options.extras ?? {}
    this.#details = options.details ?? (ERRORS[code] as Entry).details
  }

  /** The wire form in one language: `{ success: false, timestamp, error: { code, message, details?, ...extras } }`. */
  toBody(language: Language, now = new Date()) {
    const pick = (text: Text) => text[language === 'es' ? 0 : 1]
    const details = typeof this.#details === 'object' ? pick(this.#details) : this.#details
    return {
      success: false as const,
      timestamp: now.toISOString(),
      error: {
        code: this.code,
        message: pick(ERRORS[this.code].message),
        ...(details !== undefined && { details }),
        ...this.extras,
      },
    }
  }
}
