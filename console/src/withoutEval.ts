import { z } from 'zod/mini';

// The server's content security policy forbids code made from text, which zod would try for speed.
z.config({ jitless: true });
