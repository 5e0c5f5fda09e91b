// Package smalldisk gives tests a disk that they can fill up or make read-only. Only Linux has it, and it needs root.
package smalldisk
