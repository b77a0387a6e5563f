import { defineTexts } from '../../../lib/i18n/types.ts'

/** Words around getting a picture: consent, sources, camera, and what can go wrong. */
export const pictureTexts = defineTexts(
  {
    consent: {
      title: 'May Animo look at a picture of you?',
      text: 'Pictures are sent to your server, read in memory and not kept.',
      more: 'Nothing is uploaded and no camera is opened before you say yes. You can take it back at any time.',
      agree: 'Yes, read my face',
      line: 'Pictures are sent to your server, read in memory and not kept.',
      withdraw: 'Withdraw consent',
    },
    source: {
      title: 'Show me a face',
      text: 'One face, from the front, with light on it.',
      camera: 'Use the camera',
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
      title: '¿Puede Animo mirar una foto tuya?',
      text: 'Las fotos se envían a tu servidor, se leen en memoria y no se guardan.',
      more: 'No se sube nada ni se abre ninguna cámara antes de que digas que sí. Puedes retirarlo cuando quieras.',
      agree: 'Sí, lee mi cara',
      line: 'Las fotos se envían a tu servidor, se leen en memoria y no se guardan.',
      withdraw: 'Retirar el permiso',
    },
    source: {
      title: 'Enséñame una cara',
      text: 'Una sola cara, de frente y con luz.',
      camera: 'Usar la cámara',
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
