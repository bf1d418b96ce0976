package pdf

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engine is PDFium, compiled when the first PDF is read. Each document gets an instance with
// memory of its own, which ends with it.
var engine struct {
	sync.Mutex
	pool pdfium.Pool
}

// newInstance returns PDFium for one document. It must be closed or killed.
func newInstance() (pdfium.Pdfium, error) {
	engine.Lock()
	defer engine.Unlock()
	if engine.pool == nil {
		pool, err := compile()
		if err != nil {
			return nil, fmt.Errorf("compile PDFium: %w", err)
		}
		engine.pool = pool
	}
	const patience = time.Minute // to make room for an instance when many are in use
	instance, err := engine.pool.GetInstance(patience)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return instance, nil
}

// compile compiles PDFium, or takes it from the cache of an earlier run.
func compile() (pdfium.Pool, error) {
	cache, err := openCache()
	if err == nil {
		var pool pdfium.Pool
		if pool, err = compileWith(cache); err == nil {
			return pool, nil
		}
	}
	return compileWith(wazero.NewCompilationCache()) // a cache that cannot be used costs time, and no PDF
}

func openCache() (wazero.CompilationCache, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil, fmt.Errorf("find the user's cache: %w", err)
	}
	return wazero.NewCompilationCacheWithDir(filepath.Join(folder, "dateline", "pdfium"))
}

func compileWith(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // PDFium throws
		WithCompilationCache(cache).
		WithCloseOnContextDone(true) // so that an instance that runs forever can be killed
	compiling := experimental.WithCompilationWorkers(context.Background(), runtime.NumCPU())
	pool, err := webassembly.Init(webassembly.Config{
		Context:       experimental.WithMemoryAllocator(compiling, experimental.MemoryAllocatorFunc(newMemory)),
		MaxIdle:       1,
		MaxTotal:      runtime.NumCPU(),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no document can reach a file
		Stdout:        nowhere{},
		Stderr:        nowhere{},
	})
	debug.FreeOSMemory() // compiling takes some hundred megabytes
	return pool, err
}

// nowhere is where PDFium's own messages go.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
