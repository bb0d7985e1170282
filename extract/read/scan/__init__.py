"""Pictures of pages → the words and ruling lines on them: text recognition (OCR)."""
