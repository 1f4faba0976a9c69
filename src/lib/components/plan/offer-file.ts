/** Hands a text to the browser as a file to save or open. It is made on the device: nothing is requested. */
export function offerFile(name: string, type: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken the file by the time that the next task runs.
	setTimeout(() => URL.revokeObjectURL(url));
}
