// Package observe lets whoever runs a server see how it does: metrics for Prometheus,
// traces for OpenTelemetry and a log of requests.
//
// None of them holds what users ask for or what articles say: requests are told apart by
// the route that answers them, and calls of the store by their name. Only the full form of
// the access log has addresses and URLs.
package observe

import (
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// AccessLog says what the log of requests has.
type AccessLog string

// The forms of the log. Plain has the route, method, status, size and duration; Full also
// the client's address and the URL, which can hold names that users ask for.
const (
	AccessOff   AccessLog = "off"
	AccessPlain AccessLog = "plain"
	AccessFull  AccessLog = "full"
)

// Observer watches the requests of a server and the calls of its store. See New.
type Observer struct {
	log      *slog.Logger
	access   AccessLog
	registry *prometheus.Registry
	tracer   trace.Tracer

	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	bytes    *prometheus.CounterVec
	running  *prometheus.GaugeVec
	calls    *prometheus.HistogramVec
	faults   *prometheus.CounterVec
}

// New returns an observer. Version is a label of the metric dateline_build_info.
func New(log *slog.Logger, access AccessLog, version string) *Observer {
	seconds := []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}
	o := &Observer{
		log: log, access: access, registry: prometheus.NewRegistry(), tracer: otel.Tracer("dateline"),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_http_requests_total", Help: "Requests that were answered."}, []string{"route", "method", "status"}),
		seconds:  prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "dateline_http_request_duration_seconds", Help: "How long requests took.", Buckets: seconds}, []string{"route"}),
		bytes:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_http_response_bytes_total", Help: "Bytes of bodies that were sent."}, []string{"route"}),
		running:  prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "dateline_http_requests_in_flight", Help: "Requests that are running."}, []string{}),
		calls:    prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "dateline_store_call_duration_seconds", Help: "How long calls of the store took.", Buckets: seconds}, []string{"call"}),
		faults:   prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_store_errors_total", Help: "Calls of the store that failed, by error code."}, []string{"call", "code"}),
	}
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "dateline_build_info", Help: "1, with the version as a label."}, []string{"version"})
	build.WithLabelValues(version).Set(1)
	o.registry.MustRegister(o.requests, o.seconds, o.bytes, o.running, o.calls, o.faults, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return o
}

// Metrics serves the metrics in the format of Prometheus.
func (o *Observer) Metrics() http.Handler {
	return promhttp.HandlerFor(o.registry, promhttp.HandlerOpts{Registry: o.registry})
}

// route is the pattern of the request's route, without a method; "other" for none. It is
// one of the program's own, never the path that a client sent.
func route(r *http.Request) string {
	if r.Pattern == "" {
		return "other"
	}
	if _, path, found := strings.Cut(r.Pattern, " "); found {
		return path
	}
	return r.Pattern
}

// methods are those that are told apart.
var methods = map[string]bool{http.MethodGet: true, http.MethodHead: true, http.MethodPost: true, http.MethodOptions: true}

func method(r *http.Request) string {
	if methods[r.Method] {
		return r.Method
	}
	return "other"
}

// Handler watches the requests that a ServeMux answers. It wraps the mux directly, since
// that is what tells the route.
func (o *Observer) Handler(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		ctx := otel.GetTextMapPropagator().Extract(r.Context(), propagation.HeaderCarrier(r.Header))
		ctx, span := o.tracer.Start(ctx, "HTTP "+method(r), trace.WithSpanKind(trace.SpanKindServer))
		r = r.WithContext(ctx)
		sent := &recorder{ResponseWriter: w, status: http.StatusOK}
		o.running.WithLabelValues().Inc()
		defer func() {
			o.running.WithLabelValues().Dec()
			cause := recover()
			if cause != nil {
				sent.broken = true
			}
			o.finish(r, sent, span, time.Since(started))
			if cause != nil {
				panic(cause)
			}
		}()
		mux.ServeHTTP(sent, r)
	})
}

// finish counts, traces and logs a request that has ended.
func (o *Observer) finish(r *http.Request, sent *recorder, span trace.Span, took time.Duration) {
	route, method, status := route(r), method(r), strconv.Itoa(sent.status)
	if sent.broken {
		status = "broken off"
	}
	o.requests.WithLabelValues(route, method, status).Inc()
	o.seconds.WithLabelValues(route).Observe(took.Seconds())
	o.bytes.WithLabelValues(route).Add(float64(sent.bytes))
	span.SetName(method + " " + route)
	span.SetAttributes(attribute.String("http.request.method", method), attribute.String("http.route", route), attribute.Int("http.response.status_code", sent.status))
	if sent.status >= http.StatusInternalServerError || sent.broken {
		span.SetStatus(codes.Error, status)
	}
	span.End()
	if o.access == AccessOff {
		return
	}
	line := []any{"method", method, "route", route, "status", status, "bytes", sent.bytes, "ms", float64(took.Microseconds()) / 1000}
	if o.access == AccessFull {
		line = append(line, "client", r.RemoteAddr, "url", r.URL.String())
	}
	o.log.InfoContext(r.Context(), "request", line...)
}

// recorder notes what was sent.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
	begun  bool
	broken bool
}

func (w *recorder) WriteHeader(status int) {
	if !w.begun && status >= http.StatusOK { // earlier ones are informational
		w.status, w.begun = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(p []byte) (int, error) {
	w.begun = true
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Flush sends what is buffered; streams of events rely on it.
func (w *recorder) Flush() {
	if err := http.NewResponseController(w.ResponseWriter).Flush(); errors.Is(err, http.ErrNotSupported) {
		return
	}
}

// Unwrap lets http.ResponseController find deadlines and connections.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }
