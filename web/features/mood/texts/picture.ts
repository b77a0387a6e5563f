import { defineTexts } from '../../../lib/i18n/types.ts'

/** Words around getting a picture: consent, sources, camera, and what can go wrong. */
export const pictureTexts = defineTexts(
  {
    consent: {
      title: 'May Animo read your face?',
      device: 'On this device: pictures never leave it. Only the shape of your face, as numbers, goes to your server.',
      server: 'On the server: pictures go to your own server, are read in memory and dropped at once.',
      history: 'Nothing is written down unless you switch the history on; it is yours alone and never holds pictures.',
      more: 'No camera opens before you say yes. You choose the mode and can take it all back at any time.',
      agree: 'Yes, read my face',
      line: 'A single picture that you take or choose goes to your server, is read in memory and not kept.',
      withdraw: 'Withdraw consent',
    },
    source: {
      title: 'Show me a face',
      text: 'One face, from the front, with light on it.',
      camera: 'Take one picture',
      cameraShort: 'Camera',
      file: 'Choose a picture',
      another: 'Another picture',
      drop: 'or drop it here, or paste it',
    },
    camera: {
      starting: 'Opening the camera',
      preview: 'Camera picture',
      take: 'Take the picture',
      choose: 'Camera',
      device: 'Camera {{number}}',
      open: 'Open the camera',
      useFile: 'Choose a picture instead',
      paused: 'The camera is off',
      pausedText: 'It was switched off because the page was out of sight.',
      none: { title: 'No camera found', text: 'Connect one and try again, or choose a picture.' },
      refused: {
        title: 'The camera is not allowed',
        text: 'Allow it for this page in the address bar of your browser, then try again.',
      },
      busy: { title: 'The camera is in use', text: 'Close the other program that uses it, then try again.' },
      insecure: {
        title: 'The camera needs a secure address',
        text: 'Browsers open it only over https or on this very machine. A picture from a file works everywhere.',
      },
      other: { title: 'The camera did not open', text: 'Try again, or choose a picture instead.' },
    },
    trouble: {
      noFace: { title: 'No face found', text: 'Try a picture with one face from the front, near and well lit.' },
      notAPicture: { title: 'This is not a picture I can read', text: 'Choose a JPEG, PNG or WebP file.' },
      tooLarge: { title: 'The picture is too large', text: 'Choose one of less than 10 MB.' },
      limited: { title: 'Too many pictures at once', text: 'Wait a minute, then try again.' },
      network: {
        title: 'The server does not answer',
        text: 'Check that Animo is running, then choose the picture again.',
      },
      signedOut: { title: 'You are signed out', text: 'Sign in again to read a picture.' },
      server: {
        title: 'The picture could not be read',
        text: 'Nothing was kept of it. Try again or choose another one.',
      },
    },
  },
  {
    consent: {
      title: '¿Puede Animo leer tu cara?',
      device:
        'En este dispositivo: las imágenes no salen de él. Solo la forma de tu cara, en números, va a tu servidor.',
      server: 'En el servidor: las imágenes van a tu propio servidor, se leen en memoria y se descartan al momento.',
      history: 'No se anota nada si no enciendes el historial; es solo tuyo y nunca guarda imágenes.',
      more: 'No se abre ninguna cámara antes de que digas que sí. Tú eliges el modo y puedes retirarlo cuando quieras.',
      agree: 'Sí, lee mi cara',
      line: 'Una foto suelta que haces o eliges va a tu servidor, se lee en memoria y no se guarda.',
      withdraw: 'Retirar el permiso',
    },
    source: {
      title: 'Enséñame una cara',
      text: 'Una sola cara, de frente y con luz.',
      camera: 'Hacer una foto',
      cameraShort: 'Cámara',
      file: 'Elegir una foto',
      another: 'Otra foto',
      drop: 'o suéltala aquí, o pégala',
    },
    camera: {
      starting: 'Abriendo la cámara',
      preview: 'Imagen de la cámara',
      take: 'Hacer la foto',
      choose: 'Cámara',
      device: 'Cámara {{number}}',
      open: 'Abrir la cámara',
      useFile: 'Mejor elegir una foto',
      paused: 'La cámara está apagada',
      pausedText: 'Se apagó porque la página no estaba a la vista.',
      none: { title: 'No hay ninguna cámara', text: 'Conecta una y reinténtalo, o elige una foto.' },
      refused: {
        title: 'La cámara no está permitida',
        text: 'Permítela para esta página en la barra de direcciones del navegador y reinténtalo.',
      },
      busy: { title: 'La cámara está ocupada', text: 'Cierra el otro programa que la usa y reinténtalo.' },
      insecure: {
        title: 'La cámara necesita una dirección segura',
        text: 'El navegador solo la abre por https o en esta misma máquina. Una foto de un archivo sirve siempre.',
      },
      other: { title: 'La cámara no se abrió', text: 'Reinténtalo o elige una foto.' },
    },
    trouble: {
      noFace: {
        title: 'No veo ninguna cara',
        text: 'Prueba con una foto de una sola cara, de frente, cerca y con luz.',
      },
      notAPicture: { title: 'Esta imagen no la puedo leer', text: 'Elige un archivo JPEG, PNG o WebP.' },
      tooLarge: { title: 'La foto es demasiado grande', text: 'Elige una de menos de 10 MB.' },
      limited: { title: 'Demasiadas fotos seguidas', text: 'Espera un minuto y reinténtalo.' },
      network: {
        title: 'El servidor no responde',
        text: 'Comprueba que Animo está en marcha y vuelve a elegir la foto.',
      },
      signedOut: { title: 'Se cerró tu sesión', text: 'Entra de nuevo para leer una foto.' },
      server: { title: 'No se pudo leer la foto', text: 'No se ha guardado nada de ella. Reinténtalo o elige otra.' },
    },
  },
)
