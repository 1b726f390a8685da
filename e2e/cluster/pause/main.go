// The first process of every pod: holds its namespaces and buries its orphans.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	end := make(chan os.Signal, 1)
	died := make(chan os.Signal, 16)
	signal.Notify(end, syscall.SIGINT, syscall.SIGTERM)
	signal.Notify(died, syscall.SIGCHLD)
	for {
		select {
		case <-end:
			return
		case <-died:
			for {
				if child, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); err != nil || child <= 0 {
					break
				}
			}
		}
	}
}
